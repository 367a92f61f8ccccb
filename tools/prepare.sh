# Sourced by tools/run and tools/test: installs what is missing of the Debian packages that
# kehoach is built from, and configures the build.
packages=(cmake ninja-build g++ pkg-config libicu-dev libre2-dev libtomlplusplus-dev
  nlohmann-json3-dev libvalijson-dev libcli11-dev libssl-dev libgtest-dev libgmock-dev
  libgumbo-dev libuchardet-dev libgmime-3.0-dev libpoppler-private-dev
  libleptonica-dev libjpeg62-turbo-dev libpng-dev libtesseract-dev tesseract-ocr-vie libxlsxwriter-dev
  libsqlite3-dev zlib1g-dev libzip-dev libqpdf-dev)

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "kehoach: cannot install packages: not root and no sudo; install: ${missing[*]}" >&2
      return 3
    }
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# configure_release [CMAKE OPTIONS…]
configure_release() {
  local launcher=()
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  cmake --preset release "${launcher[@]}" "$@" >build-configure.log 2>&1 || {
    cat build-configure.log >&2
    rm -f build-configure.log
    return 3
  }
  rm -f build-configure.log
}
