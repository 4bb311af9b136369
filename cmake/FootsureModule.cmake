# One folder of src/ = one module = one target. The arrows between modules are written here and
# nowhere else; tests/architecture_test.cpp compares them with the includes.
#
#   footsure_module(NAME triage USES logic [LIBRARIES fmt::fmt ...] [PURE])
#
# Sources are <name>/*.cpp; *_test.cpp become the test program <name>_test.
# PURE modules are built without exceptions.
function(footsure_module)
  cmake_parse_arguments(M "PURE" "NAME" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${M_NAME}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(${M_NAME} STATIC ${sources})
  target_include_directories(${M_NAME} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${M_NAME} PUBLIC ${M_USES} PRIVATE ${M_LIBRARIES} footsure_warnings)
  if(NOT M_NAME STREQUAL "model" AND NOT M_NAME STREQUAL "http")
    target_link_libraries(${M_NAME} PUBLIC model)
  endif()
  if(M_PURE)
    target_compile_options(${M_NAME} PRIVATE -fno-exceptions)
  endif()
  if(tests AND FOOTSURE_TESTS)
    add_executable(${M_NAME}_test ${tests} ${PROJECT_SOURCE_DIR}/tests/doctest_main.cpp)
    target_link_libraries(${M_NAME}_test PRIVATE ${M_NAME} ${M_LIBRARIES} footsure_test_support footsure_warnings)
    add_test(NAME ${M_NAME} COMMAND ${M_NAME}_test)
  endif()
endfunction()
