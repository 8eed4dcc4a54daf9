/* The sketch of the tests, hello.hex: it greets at 9600 baud and says back what it gets.
 *
 *   avr-gcc -mmcu=atmega328p -Os -o hello.elf hello.c && avr-objcopy -O ihex hello.elf hello.hex
 */
#include <avr/io.h>

static void put(char c) {
    while (!(UCSR0A & (1 << UDRE0))) {
    }
    UDR0 = c;
}

static void say(const char *text) {
    while (*text) {
        put(*text++);
    }
}

int main(void) {
    UBRR0 = 103;
    UCSR0B = (1 << RXEN0) | (1 << TXEN0);
    UCSR0C = (1 << UCSZ01) | (1 << UCSZ00);
    say("hello from the sketch\r\n");
    for (;;) {
        if (UCSR0A & (1 << RXC0)) {
            char c = UDR0;
            say("got ");
            put(c);
            say("\r\n");
        }
    }
}
