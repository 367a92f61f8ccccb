# Writes OUTPUT: the JSON Schema SCHEMA as a raw string literal behind output/schema.h.
file(READ ${SCHEMA} text)
file(WRITE ${OUTPUT} "// Made by cmake/EmbedSchema.cmake from schema/.\n"
  "#include \"output/schema.h\"\n\nnamespace kehoach::output {\n"
  "std::string_view record_schema() {\n  static constexpr char kSchema[] = R\"schema(${text})schema\";\n"
  "  return {kSchema, sizeof(kSchema) - 1};\n}\n}  // namespace kehoach::output\n")
