# Writes OUTPUT: every pattern file below ROOT as a raw string literal. A literal may not be longer
# than 64 KiB by the standard, so files are cut into pieces that the compiler joins.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.toml ${ROOT}/*.tsv ${ROOT}/*.txt)
list(SORT files)
set(source "// Made by cmake/EmbedPatterns.cmake from patterns/.\n#include \"rules/embedded.h\"\n\n")
string(APPEND source "namespace kehoach::rules {\nstd::span<const EmbeddedFile> embedded_files() {\n")
string(APPEND source "  static constexpr EmbeddedFile kFiles[] = {\n")
foreach(name ${files})
  file(READ ${ROOT}/${name} hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR bytes "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
  # 4,000 bytes to a piece: four characters each.
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f]))"
    "\\1\"\n\"" pieces "${escaped}")
  string(APPEND source "    {\"${name}\", std::string_view(\"${pieces}\", ${bytes})},\n")
endforeach()
list(LENGTH files count)
string(APPEND source "  };\n  return {kFiles, ${count}};\n}\n}  // namespace kehoach::rules\n")
file(WRITE ${OUTPUT} "${source}")
