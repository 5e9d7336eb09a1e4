/*
 * tap.c - a finger for tests: a virtual pointer of a wlroots compositor.
 *
 *	tap WIDTH HEIGHT
 *
 * Taps at each "X Y" of standard input, in dots of a screen of WIDTH x HEIGHT,
 * and says "tapped".  The protocol is wlr-virtual-pointer-unstable-v1; what
 * wayland-scanner would make of its description is written here, as far as
 * requests go, for no package of Debian has that.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wayland-client.h>

#define LEFT_BUTTON 0x110 /* BTN_LEFT of linux/input-event-codes.h */

enum { MANAGER_CREATE };
enum {
	POINTER_MOTION_ABSOLUTE = 1,
	POINTER_BUTTON = 2,
	POINTER_FRAME = 4,
};

static const struct wl_interface *plain[5];

static const struct wl_message pointer_requests[] = {
	{ "motion", "uff", plain },
	{ "motion_absolute", "uuuuu", plain },
	{ "button", "uuu", plain },
	{ "axis", "uuf", plain },
	{ "frame", "", plain },
};

static const struct wl_interface pointer_interface = {
	.name = "zwlr_virtual_pointer_v1",
	.version = 1,
	.method_count = 5,
	.methods = pointer_requests,
};

static const struct wl_interface *create_types[] = { &wl_seat_interface,
	&pointer_interface };

static const struct wl_message manager_requests[] = {
	{ "create_virtual_pointer", "?on", create_types },
};

static const struct wl_interface manager_interface = {
	.name = "zwlr_virtual_pointer_manager_v1",
	.version = 1,
	.method_count = 1,
	.methods = manager_requests,
};

static void
take_global(void *manager, struct wl_registry *registry, uint32_t name,
    const char *interface, uint32_t version)
{
	(void)version;
	if (strcmp(interface, manager_interface.name) == 0)
		*(struct wl_proxy **)manager =
		    wl_registry_bind(registry, name, &manager_interface, 1);
}

static void
lose_global(void *manager, struct wl_registry *registry, uint32_t name)
{
	(void)manager;
	(void)registry;
	(void)name;
}

static void
press(struct wl_proxy *pointer, uint32_t time, uint32_t state)
{
	wl_proxy_marshal(pointer, POINTER_BUTTON, time,
	    (uint32_t)LEFT_BUTTON, state);
	wl_proxy_marshal(pointer, POINTER_FRAME);
}

int
main(int argc, char **argv)
{
	static const struct wl_registry_listener listener = { take_global,
		lose_global };
	struct wl_display *display = wl_display_connect(NULL);
	struct wl_proxy *manager = NULL;
	struct wl_proxy *pointer = NULL;
	uint32_t time = 0;
	unsigned x, y;

	if (argc != 3 || display == NULL)
		return 2;
	wl_registry_add_listener(wl_display_get_registry(display), &listener,
	    &manager);
	wl_display_roundtrip(display);
	if (manager == NULL) {
		fputs("tap: there are no virtual pointers here\n", stderr);
		return 1;
	}
	pointer = wl_proxy_marshal_constructor(manager, MANAGER_CREATE,
	    &pointer_interface, NULL, NULL);
	wl_display_roundtrip(display);
	while (scanf("%u %u", &x, &y) == 2) {
		wl_proxy_marshal(pointer, POINTER_MOTION_ABSOLUTE, ++time,
		    (uint32_t)x, (uint32_t)y,
		    (uint32_t)strtoul(argv[1], NULL, 10),
		    (uint32_t)strtoul(argv[2], NULL, 10));
		wl_proxy_marshal(pointer, POINTER_FRAME);
		press(pointer, ++time, WL_POINTER_BUTTON_STATE_PRESSED);
		press(pointer, ++time, WL_POINTER_BUTTON_STATE_RELEASED);
		if (wl_display_roundtrip(display) < 0)
			return 1;
		puts("tapped");
		fflush(stdout);
	}
	return 0;
}
