# Writes OUTPUT: a table of every pattern file below ROOT. The assembler takes the bytes in with
# .incbin, so that the cost does not grow with the pack. A nul byte ends each file.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.toml ${ROOT}/*.tsv ${ROOT}/*.txt)
list(SORT files)
set(assembly "")
set(externs "")
set(rows "")
set(n 0)
foreach(name ${files})
  file(SHA1 ${ROOT}/${name} sha)  # in the source, so that a compiler cache sees the change
  string(APPEND assembly "# ${sha}\\nkehoach_pattern_${n}:\\n.incbin \\\"${ROOT}/${name}\\\"\\n"
    "kehoach_pattern_${n}_end:\\n.byte 0\\n")
  string(APPEND externs "extern const char kehoach_pattern_${n}[], kehoach_pattern_${n}_end[];\n")
  string(APPEND rows "      {\"${name}\", {kehoach_pattern_${n}, static_cast<std::size_t>("
    "kehoach_pattern_${n}_end - kehoach_pattern_${n})}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by cmake/EmbedPatterns.cmake from patterns/.
#include \"rules/embedded.h\"

asm(\".section .rodata\\n${assembly}.text\\n\");

extern \"C\" {
${externs}}

namespace kehoach::rules {
std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile kFiles[] = {
${rows}  };
  return kFiles;
}
}  // namespace kehoach::rules
")
