# kehoach_room(NAME DEPS...): the static library of src/NAME. A dependency that names a room links
# that room's library; anything else is a CMake target.

function(kehoach_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-sign-conversion -Werror)
  if(KEHOACH_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
  if(KEHOACH_FUZZ)
    # Clang warns of other things than the compiler that the project is built with.
    target_compile_options(${target} PRIVATE -Wno-error)
    target_compile_options(${target} PUBLIC -fsanitize=fuzzer-no-link,address,undefined)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
  if(KEHOACH_COVERAGE)
    target_compile_options(${target} PUBLIC --coverage)
    target_link_options(${target} PUBLIC --coverage)
  endif()
endfunction()

function(kehoach_room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(links "")
  foreach(dep ${ARGN})
    if(TARGET kehoach_${dep})
      list(APPEND links kehoach_${dep})
    else()
      list(APPEND links ${dep})
    endif()
  endforeach()
  if(sources)
    add_library(kehoach_${name} STATIC ${sources})
    target_include_directories(kehoach_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(kehoach_${name} PUBLIC ${links})
    kehoach_compile_options(kehoach_${name})
  else()
    add_library(kehoach_${name} INTERFACE)
    target_include_directories(kehoach_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(kehoach_${name} INTERFACE ${links})
  endif()
endfunction()

# The pattern pack as it stands in patterns/ becomes part of the binary: one generated source in
# the rules room, remade whenever a pattern file changes.
function(kehoach_embed_patterns)
  file(GLOB_RECURSE packs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/patterns/*.toml
    ${CMAKE_SOURCE_DIR}/patterns/*.tsv ${CMAKE_SOURCE_DIR}/patterns/*.txt)
  set(generated ${CMAKE_BINARY_DIR}/embedded_patterns.cpp)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DROOT=${CMAKE_SOURCE_DIR}/patterns
      -P ${CMAKE_SOURCE_DIR}/cmake/EmbedPatterns.cmake
    DEPENDS ${packs} ${CMAKE_SOURCE_DIR}/cmake/EmbedPatterns.cmake
    COMMENT "Embedding the pattern pack")
  add_library(kehoach_embedded_patterns STATIC ${generated})
  target_include_directories(kehoach_embedded_patterns PUBLIC ${CMAKE_SOURCE_DIR}/src)
  get_target_property(type kehoach_rules TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(kehoach_rules INTERFACE kehoach_embedded_patterns)
  else()
    target_link_libraries(kehoach_rules PUBLIC kehoach_embedded_patterns)
  endif()
endfunction()

# The JSON Schema of the record becomes part of the binary (output/schema.h).
function(kehoach_embed_schema)
  set(schema ${CMAKE_SOURCE_DIR}/schema/kehoach-1.schema.json)
  set(generated ${CMAKE_BINARY_DIR}/embedded_schema.cpp)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DSCHEMA=${schema}
      -P ${CMAKE_SOURCE_DIR}/cmake/EmbedSchema.cmake
    DEPENDS ${schema} ${CMAKE_SOURCE_DIR}/cmake/EmbedSchema.cmake
    COMMENT "Embedding the JSON Schema")
  add_library(kehoach_embedded_schema STATIC ${generated})
  target_include_directories(kehoach_embedded_schema PUBLIC ${CMAKE_SOURCE_DIR}/src)
  get_target_property(type kehoach_output TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(kehoach_output INTERFACE kehoach_embedded_schema)
  else()
    target_link_libraries(kehoach_output PUBLIC kehoach_embedded_schema)
  endif()
endfunction()

# The steps of the archive's form become part of the binary (store/migration.h).
function(kehoach_embed_migrations)
  file(GLOB steps CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/store/schema/*.sql)
  set(generated ${CMAKE_BINARY_DIR}/embedded_migrations.cpp)
  add_custom_command(OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DROOT=${CMAKE_SOURCE_DIR}/src/store/schema
      -P ${CMAKE_SOURCE_DIR}/cmake/EmbedMigrations.cmake
    DEPENDS ${steps} ${CMAKE_SOURCE_DIR}/cmake/EmbedMigrations.cmake
    COMMENT "Embedding the archive's migrations")
  add_library(kehoach_embedded_migrations STATIC ${generated})
  target_include_directories(kehoach_embedded_migrations PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(kehoach_store PUBLIC kehoach_embedded_migrations)
endfunction()
