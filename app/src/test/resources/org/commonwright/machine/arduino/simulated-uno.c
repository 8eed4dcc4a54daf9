/* An Arduino Uno of software for tests: an ATmega328P that runs the optiboot bootloader, its serial port on a
 * pseudo-terminal. Opening the terminal resets it, as DTR does on the board. It prints the terminal's path and runs until
 * its standard input ends.
 *
 * usage: simulated-uno BOOTLOADER.hex
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_hex.h>
#include <simavr/sim_io.h>

#define SLICE 16000 /* cycles between two looks at the terminal: a millisecond */
#define EXTERNAL_RESET 2 /* EXTRF in MCUSR */
#define MCUSR 0x54
#define FLASH_END 0x80ff /* a page more than the chip has: Debian's optiboot is built 20 bytes too long for it */

static int master;
static int room;
/* Since a reset, until the program looks at its UART: what arrives before is lost, as on the board. */
static int deaf = 1;

static void said(struct avr_irq_t *irq, uint32_t value, void *param) {
    uint8_t byte = value;
    ssize_t n = write(master, &byte, 1); /* a full terminal loses bytes, as a wire without a listener does */
    (void) irq, (void) param, (void) n;
}

static void has_room(struct avr_irq_t *irq, uint32_t value, void *param) {
    room = 1;
    deaf = 0;
    (void) irq, (void) value, (void) param;
}

static void has_no_room(struct avr_irq_t *irq, uint32_t value, void *param) {
    room = 0;
    (void) irq, (void) value, (void) param;
}

static void quiet(avr_t *avr, const int level, const char *format, va_list arguments) {
    (void) avr, (void) level, (void) format, (void) arguments;
}

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void reset(avr_t *avr) {
    avr_reset(avr);
    avr->data[MCUSR] = EXTERNAL_RESET;
    room = 0;
    deaf = 1;
}

int main(int count, char **arguments) {
    ihex_chunk_p boot = NULL;
    int chunks = count == 2 ? read_ihex_chunks(arguments[1], &boot) : 0;
    avr_t *avr = avr_make_mcu_by_name("atmega328p");
    if (chunks < 1 || !avr) {
        fprintf(stderr, "usage: simulated-uno BOOTLOADER.hex\n");
        return 2;
    }
    avr_global_logger_set(quiet);
    avr->flashend = FLASH_END;
    avr_init(avr);
    avr->frequency = 16000000;
    memset(avr->flash, 0xff, avr->flashend + 1);
    for (int i = 0; i < chunks; i++) {
        if (boot[i].baseaddr + boot[i].size > FLASH_END + 1) {
            return 2;
        }
        memcpy(avr->flash + boot[i].baseaddr, boot[i].data, boot[i].size);
    }
    avr->reset_pc = avr->pc = boot[0].baseaddr;
    avr->codeend = avr->flashend;
    uint32_t flags = 0;
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    avr_irq_t *in = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), said, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON), has_room, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF), has_no_room, NULL);

    master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    grantpt(master);
    unlockpt(master);
    struct termios raw;
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    tcsetattr(slave, TCSANOW, &raw);
    close(slave);
    printf("%s\n", ptsname(master));
    fflush(stdout);

    int opened = 0;
    int64_t began = now();
    avr_cycle_count_t passed = 0, seen = avr->cycle;
    for (;;) {
        struct pollfd ends[2] = {{.fd = master, .events = POLLIN}, {.fd = 0, .events = POLLIN}};
        poll(ends, 2, 0);
        if (ends[1].revents) {
            return 0;
        }
        int open_now = !(ends[0].revents & POLLHUP);
        if (open_now && !opened) {
            reset(avr);
            seen = avr->cycle;
        }
        opened = open_now;
        uint8_t byte;
        while (open_now && (room || deaf) && read(master, &byte, 1) == 1) {
            if (!deaf) {
                avr_raise_irq(in, byte);
            }
        }
        avr_cycle_count_t until = avr->cycle + SLICE;
        while (avr->cycle < until && avr->state != cpu_Done && avr->state != cpu_Crashed) {
            avr_cycle_count_t before = avr->cycle;
            avr_run(avr);
            if (avr->cycle < before) { /* a reset by the watchdog begins anew */
                until = avr->cycle + SLICE;
                seen = avr->cycle;
            }
        }
        if (avr->state == cpu_Crashed) {
            reset(avr);
            seen = avr->cycle;
        }
        passed += avr->cycle - seen;
        seen = avr->cycle;
        int64_t ahead = (int64_t) (passed * 62.5) - (now() - began);
        if (ahead > 1000000) {
            usleep(ahead / 1000);
        }
    }
}
