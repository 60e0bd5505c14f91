/* Preloaded into a program, makes every FSYNC_FAILS_EVERY-th flush to the disk fail as a failing disk would. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fails(void) {
  static int count = 0;
  const char *every = getenv("FSYNC_FAILS_EVERY");
  int n = every ? atoi(every) : 0;
  if (n > 0 && ++count % n == 0) {
    errno = EIO;
    return 1;
  }
  return 0;
}

int fsync(int fd) { return fails() ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return fails() ? -1 : (int)syscall(SYS_fdatasync, fd); }
