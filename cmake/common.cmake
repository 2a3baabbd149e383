# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target of the house shares: language, warnings, strict Qt, hardening, sanitizers.
# No compile flag stands anywhere else.

option(GATEHOUSE_TESTS "Build the tests" ON)
option(GATEHOUSE_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE}")
endif()

add_library(gatehouse_common INTERFACE)
target_compile_features(gatehouse_common INTERFACE cxx_std_23)
target_include_directories(gatehouse_common INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(gatehouse_common INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    GATEHOUSE_VERSION="${PROJECT_VERSION}")
target_compile_options(gatehouse_common INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2
    -fstack-protector-strong)
target_link_options(gatehouse_common INTERFACE -Wl,-z,relro,-z,now)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # A precompiled header is seen as newer by ccache otherwise; it changes no code.
    target_compile_options(gatehouse_common INTERFACE -Xclang -fno-pch-timestamp)
endif()
find_program(MOLD mold)
if(MOLD)
    target_link_options(gatehouse_common INTERFACE -fuse-ld=mold)
endif()
if(GATEHOUSE_SANITIZE)
    target_compile_options(gatehouse_common INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(gatehouse_common INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(gatehouse_common INTERFACE GATEHOUSE_SANITIZED)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_definitions(gatehouse_common INTERFACE _FORTIFY_SOURCE=2)
endif()
