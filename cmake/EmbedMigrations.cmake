# Writes OUTPUT: the SQL files of ROOT in order, behind store/migration.h.
file(GLOB files RELATIVE ${ROOT} ${ROOT}/*.sql)
list(SORT files)
set(rows "")
foreach(name ${files})
  file(READ ${ROOT}/${name} text)
  string(APPEND rows "      {\"${name}\", R\"sql(${text})sql\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made by cmake/EmbedMigrations.cmake from src/store/schema/.
#include \"store/migration.h\"

namespace kehoach::store {
std::span<const Migration> migrations() {
  static constexpr Migration kMigrations[] = {
${rows}  };
  return kMigrations;
}
}  // namespace kehoach::store
")
