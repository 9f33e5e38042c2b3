# Runs one server and ends it when the process that asked for it ends, however that happens.
#   sh watchdog.sh PID_FILE SIGNAL GRACE_SECONDS COMMAND...
# Standard input is a pipe from the parent: nothing is ever written to it, so a read returns only when
# the parent closed it or died (even by kill -9). Ctrl-C at the terminal is the parent's to handle.
trap '' INT HUP
pid_file=$1 signal=$2 grace=$3
shift 3
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
echo "$child" >"$pid_file"
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM
(
    trap - TERM
    read -r _ <&3
    kill -s "$signal" "$child"
    waited=0
    while kill -0 "$child" && [ "$waited" -lt "$grace" ]; do
        sleep 1
        waited=$((waited + 1))
    done
    kill -s KILL "$child"
) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$child"
status=$?
# The trap above ends a wait early; the child may still be on its way out.
while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    status=$?
done
kill "$watcher" 2>/dev/null
rm -f "$pid_file"
exit "$status"
