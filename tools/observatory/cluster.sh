# A PostgreSQL that lives in a folder, for tests and measurements: nobody can
# reach it but through a socket there, and it is gone afterwards.
#
#	. cluster.sh
#	cluster_find || exit 77		# sets cluster_bin
#	cluster_start FOLDER		# exports PGHOST, PGUSER, PGDATABASE
#	cluster_stop
#
# PostgreSQL does not run as root; root lends it the user "nobody".

cluster_find() {
	cluster_bin=
	for cluster_dir in $(pg_config --bindir 2>/dev/null) \
	    /usr/lib/postgresql/*/bin /usr/local/bin /usr/bin; do
		[ ! -x "$cluster_dir/initdb" ] || cluster_bin=$cluster_dir
	done
	[ "$cluster_bin" ] && command -v psql >/dev/null &&
	    { [ "$(id -u)" -ne 0 ] || command -v setpriv >/dev/null; }
}

cluster_as() { # COMMAND...
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
	else
		"$@"
	fi
}

cluster_start() { # FOLDER [SETTING...]
	cluster_folder=$1
	shift
	mkdir -p "$cluster_folder/socket" || return 1
	[ "$(id -u)" -ne 0 ] || chown -R nobody "$cluster_folder" || return 1
	(
		cd "$cluster_folder" &&
		cluster_as "$cluster_bin/initdb" -D "$cluster_folder/data" \
		    -U observer -A trust -E UTF8 --locale=C \
		    --no-sync >"$cluster_folder/log" 2>&1 &&
		printf '%s\n' "listen_addresses = ''" \
		    "unix_socket_directories = '$cluster_folder/socket'" \
		    'autovacuum = off' 'max_connections = 10' "$@" \
		    >>"$cluster_folder/data/postgresql.conf" &&
		cluster_as "$cluster_bin/pg_ctl" -D "$cluster_folder/data" \
		    -s -w -l "$cluster_folder/server.log" start \
		    >>"$cluster_folder/log" 2>&1
	) || return 1
	PGHOST=$cluster_folder/socket PGUSER=observer PGDATABASE=postgres
	export PGHOST PGUSER PGDATABASE
}

cluster_stop() {
	[ ! -f "$cluster_folder/data/postmaster.pid" ] ||
	    cluster_as "$cluster_bin/pg_ctl" -D "$cluster_folder/data" \
		-s -m immediate stop >/dev/null 2>&1
}
