/* SPDX-License-Identifier: MIT */
#include "platform/shared.h"

#include <sys/shm.h>
#include <unistd.h>

enum { OURS_ALONE = 0600, RIGHTS = 0777 };

/* SDL tells nobody the segment's number, so all are asked who made them. */
void shared_hide(void)
{
    union {
        struct shm_info info;
        struct shmid_ds segment;
    } about;
    int last = shmctl(0, SHM_INFO, &about.segment);
    for (int i = 0; i <= last; i++) {
        int id = shmctl(i, SHM_STAT, &about.segment);
        if (id >= 0 && about.segment.shm_cpid == getpid() &&
            (about.segment.shm_perm.mode & RIGHTS) != OURS_ALONE) {
            about.segment.shm_perm.mode = OURS_ALONE;
            int failed = shmctl(id, IPC_SET, &about.segment);
            (void)failed; /* it is ours: nothing can refuse it */
        }
    }
}
