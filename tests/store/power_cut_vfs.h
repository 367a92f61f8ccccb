// A file system in memory for SQLite, whose power can be cut: what was not synced by then is there
// or not, sector by sector, in any mixture.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace kehoach::store {

class PowerCutVfs {
 public:
  static constexpr const char* kName = "power-cut";
  static constexpr std::size_t kSector = 512;

  PowerCutVfs() {
    std::memset(&vfs_, 0, sizeof vfs_);
    vfs_.iVersion = 1;
    vfs_.szOsFile = sizeof(Handle);
    vfs_.mxPathname = 512;
    vfs_.zName = kName;
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    vfs_.xAccess = access;
    vfs_.xFullPathname = full_path;
    vfs_.xRandomness = randomness;
    vfs_.xSleep = sleep;
    vfs_.xCurrentTime = current_time;
    sqlite3_vfs_register(&vfs_, 0);
  }
  ~PowerCutVfs() { sqlite3_vfs_unregister(&vfs_); }
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;

  // The power fails at the n-th write or sync from now on; every call fails from there on.
  void cut_after(int n) { left_ = n; }
  bool is_cut() const { return left_ == 0; }

  // The power is back: each sector that was written after the last sync is as it was or as it
  // became. Every connection must have been closed.
  void restart(unsigned seed) {
    std::mt19937 random(seed);
    for (auto& [name, file] : files_) {
      std::string now = file->durable;
      if (random() % 2 == 0) now.resize(std::max(now.size(), file->bytes.size()), '\0');
      for (std::size_t at = 0; at < now.size(); at += kSector) {
        const std::size_t size = std::min(kSector, now.size() - at);
        if (at + size <= file->bytes.size() && random() % 2 == 0)
          now.replace(at, size, file->bytes, at, size);
      }
      file->bytes = file->durable = now;
      file->shared.clear();
    }
    left_ = -1;
  }

 private:
  struct File {
    std::string bytes, durable;
    std::vector<std::unique_ptr<char[]>> shared;  // the index of the log: never on a disk
  };
  struct Handle {
    sqlite3_file base;
    File* file;
    PowerCutVfs* vfs;
  };

  static PowerCutVfs& self(sqlite3_vfs* vfs) { return *static_cast<PowerCutVfs*>(vfs->pAppData); }
  static Handle& handle(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }

  // False: the power is off.
  bool spend() {
    if (left_ == 0) return false;
    if (left_ > 0) --left_;
    return left_ != 0;
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int, int* flags) {
    PowerCutVfs& me = self(vfs);
    auto& file = me.files_[name == nullptr ? "temporary" : name];
    if (!file) file = std::make_unique<File>();
    Handle& opened = handle(out);
    opened.file = file.get();
    opened.vfs = &me;
    opened.base.pMethods = methods();
    if (flags != nullptr) *flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int) {
    PowerCutVfs& me = self(vfs);
    if (!me.spend()) return SQLITE_IOERR_DELETE;
    if (const auto found = me.files_.find(name); found != me.files_.end())
      found->second->bytes = found->second->durable = "";
    return SQLITE_OK;
  }
  static int access(sqlite3_vfs* vfs, const char* name, int, int* out) {
    const auto found = self(vfs).files_.find(name);
    *out = found != self(vfs).files_.end() && !found->second->bytes.empty() ? 1 : 0;
    return SQLITE_OK;
  }
  static int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
  }
  static int randomness(sqlite3_vfs*, int size, char* out) {
    std::memset(out, 7, static_cast<std::size_t>(size));
    return size;
  }
  static int sleep(sqlite3_vfs*, int) { return 0; }
  static int current_time(sqlite3_vfs*, double* out) {
    *out = 2460000.5;
    return SQLITE_OK;
  }

  static int close(sqlite3_file*) { return SQLITE_OK; }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    const std::string& bytes = handle(file).file->bytes;
    const auto want = static_cast<std::size_t>(size), from = static_cast<std::size_t>(at);
    const std::size_t got = from >= bytes.size() ? 0 : std::min(want, bytes.size() - from);
    std::memcpy(to, bytes.data() + std::min(from, bytes.size()), got);
    if (got == want) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + got, 0, want - got);
    return SQLITE_IOERR_SHORT_READ;
  }
  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    Handle& h = handle(file);
    if (!h.vfs->spend()) return SQLITE_IOERR_WRITE;
    std::string& bytes = h.file->bytes;
    const auto begin = static_cast<std::size_t>(at), count = static_cast<std::size_t>(size);
    if (bytes.size() < begin + count) bytes.resize(begin + count, '\0');
    bytes.replace(begin, count, static_cast<const char*>(from), count);
    return SQLITE_OK;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    Handle& h = handle(file);
    if (!h.vfs->spend()) return SQLITE_IOERR_TRUNCATE;
    h.file->bytes.resize(static_cast<std::size_t>(size));
    return SQLITE_OK;
  }
  static int sync(sqlite3_file* file, int) {
    Handle& h = handle(file);
    if (!h.vfs->spend()) return SQLITE_IOERR_FSYNC;
    h.file->durable = h.file->bytes;
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    *out = static_cast<sqlite3_int64>(handle(file).file->bytes.size());
    return SQLITE_OK;
  }
  static int lock(sqlite3_file*, int) { return SQLITE_OK; }
  static int check_lock(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector(sqlite3_file*) { return kSector; }
  static int characteristics(sqlite3_file*) { return 0; }
  static int map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    auto& shared = handle(file).file->shared;
    const auto index = static_cast<std::size_t>(page);
    *out = nullptr;
    if (index >= shared.size() && extend == 0) return SQLITE_OK;
    while (shared.size() <= index)
      shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *out = shared[index].get();
    return SQLITE_OK;
  }
  static int map_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
  static void barrier(sqlite3_file*) {}
  static int unmap(sqlite3_file* file, int remove_it) {
    if (remove_it != 0) handle(file).file->shared.clear();
    return SQLITE_OK;
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods kMethods = {
        2,     close,      read,    write,  truncate,        sync, size,     lock,
        lock,  check_lock, control, sector, characteristics, map,  map_lock, barrier,
        unmap, nullptr,    nullptr};
    return &kMethods;
  }

  sqlite3_vfs vfs_;
  std::map<std::string, std::unique_ptr<File>> files_;
  int left_ = -1;  // -1: no end in sight
};

}  // namespace kehoach::store
