# SPDX-License-Identifier: Apache-2.0
# How Java is found and Shakebook started: functions for bin/shakebook and for ./shakebook of a clone, which set $home to
# the folder that holds bin and lib. On the way to Java nothing is started but readlink, and that only for a Java from
# PATH.
#
#   SHAKEBOOK_JAVA_HOME   which Java; else JAVA_HOME, else the one on PATH
#   SHAKEBOOK_JAVA_OPTS   more options for Java, separated by spaces
#   SHAKEBOOK_CDS         off: no class-data archive; now: make it first if there is none, for images and CI

fail() {
    printf 'shakebook: %s\n' "$1" >&2
    exit 1
}

# Sets java_home and java.
find_java() {
    if [ -n "${SHAKEBOOK_JAVA_HOME:-}" ]; then
        java_home=$SHAKEBOOK_JAVA_HOME java_from='SHAKEBOOK_JAVA_HOME says so'
    elif [ -n "${JAVA_HOME:-}" ]; then
        java_home=$JAVA_HOME java_from='JAVA_HOME says so'
    else
        java=$(command -v java) || fail 'there is no Java: install Java 17 or later, or set SHAKEBOOK_JAVA_HOME'
        java=$(readlink -f -- "$java" || printf '%s\n' "$java")
        java_home=${java%/bin/java} java_from='it is the one on PATH'
    fi
    java=$java_home/bin/java
    [ -x "$java" ] || fail "there is no Java at $java_home ($java_from): set SHAKEBOOK_JAVA_HOME to a Java 17 or later"
}

# Sets java_version and more from what the JDK says of itself; asking java -version would cost as much as the whole start.
read_release() {
    java_version='' java_major='' java_runtime='' java_vendor='' java_arch=''
    [ -r "$java_home/release" ] || return 0
    while IFS='=' read -r key value || [ -n "$key" ]; do
        value=${value#\"} value=${value%\"}
        case $key in
            JAVA_VERSION) java_version=$value ;;
            JAVA_RUNTIME_VERSION) java_runtime=$value ;;
            IMPLEMENTOR) java_vendor=$value ;;
            OS_ARCH) java_arch=$value ;;
        esac
    done < "$java_home/release"
    java_major=${java_version%%[!0-9]*}
    if [ -n "$java_major" ] && [ "$java_major" -lt 17 ]; then
        fail "needs Java 17 or later, but $java_home is $java_version ($java_from): set SHAKEBOOK_JAVA_HOME"
    fi
}

# One line of the build in a fixed order, made absolute: an archive holds only for the same text.
read_class_path() {
    case $home in *:*) fail "cannot run from a folder whose path has a colon: $home" ;; esac
    IFS= read -r jars < "$home/lib/classpath" || fail "$home/lib/classpath cannot be read: unpack or build again"
    class_path=''
    old_ifs=$IFS IFS=:
    for jar in $jars; do class_path=$class_path${class_path:+:}$home/$jar; done
    IFS=$old_ifs
}

# Names the archive for this build, this Java and this folder. Empty where there can be none.
name_archive() {
    archive=''
    [ "${SHAKEBOOK_CDS:-}" != off ] && [ -n "$java_runtime" ] && [ -r "$home/lib/classes.list" ] || return 0
    case ${XDG_CACHE_HOME:-${HOME:-}} in /*) ;; *) return 0 ;; esac
    IFS= read -r build_id < "$home/lib/build-id" || return 0
    place=''
    old_ifs=$IFS IFS=/
    for part in $home; do place=$place${place:+%}$part; done
    IFS=$old_ifs
    java_id="$java_runtime $java_vendor $java_arch"
    name="$java_id @$place"
    case $name in */*) return 0 ;; esac
    [ ${#name} -le 200 ] || return 0
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/shakebook
    archive=$cache/$build_id/$name.jsa
}

# An archive is code: it must be ours, complete, and made from exactly what is about to run.
archive_is_good() {
    [ -s "$archive" ] && [ -O "$archive" ] && [ -r "$archive.made-from" ] || return 1
    {
        IFS= read -r made_home && IFS= read -r made_build && IFS= read -r made_java && IFS= read -r made_class_path
    } < "$archive.made-from" || return 1
    [ "$made_home" = "$home" ] && [ "$made_build" = "$build_id" ] && [ "$made_java" = "$java_id" ] \
        && [ "$made_class_path" = "$class_path" ]
}

# Complete or not there at all: a half-written archive would crash Java.
make_archive() {
    [ ! -e "$archive.failed" ] || return 1
    umask 077
    mkdir -p -- "$cache/$build_id" || return 1
    lock=$archive.lock
    find "$lock" -prune -mmin +10 -exec rmdir {} \; 2>/dev/null
    mkdir -- "$lock" || return 1
    new=$archive.$$.new
    if nice -n 19 "$java" -Xshare:dump -XX:SharedClassListFile="$home/lib/classes.list" \
        -XX:SharedArchiveFile="$new" -Xlog:disable -XX:ErrorFile=/dev/null -XX:-CreateCoredumpOnCrash \
        -cp "$class_path" && [ -s "$new" ]; then
        sync "$new"
        rm -f -- "$archive.made-from"
        mv -f -- "$new" "$archive"
        printf '%s\n' "$home" "$build_id" "$java_id" "$class_path" > "$new"
        mv -f -- "$new" "$archive.made-from"
        forget_old_archives
    else
        rm -f -- "$new"
        : > "$archive.failed"
    fi
    rmdir -- "$lock"
}

# Keeps the archives of this build and of the one before. What has no name of a build is not ours, such as the API server
# that tools/real-api-server puts beside them.
forget_old_archives() {
    ls -1t -- "$cache" | while IFS= read -r build; do
        case $build in "$build_id" | *[!0-9a-f]*) continue ;; esac
        [ ${#build} -eq 32 ] || continue
        [ -n "${kept:-}" ] && rm -rf -- "${cache:?}/$build"
        kept=$build
    done
}

# After the command, so that it does not compete with it; gives up if the command runs for long.
make_archive_later() {
    (
        trap '' HUP INT
        exec < /dev/null > /dev/null 2>&1
        left=600
        while kill -0 "$$" && [ "$left" -gt 0 ]; do
            sleep 1
            left=$((left - 1))
        done
        [ "$left" -eq 0 ] || make_archive
    ) &
}

# Does not return.
launch() {
    read_class_path
    name_archive
    if [ -n "$archive" ] && ! archive_is_good; then
        if [ "${SHAKEBOOK_CDS:-}" = now ]; then
            (make_archive) < /dev/null > /dev/null 2>&1
        elif [ -t 2 ] && [ -z "${CI:-}" ] && [ ! -e "$archive.failed" ]; then
            make_archive_later
        fi
        archive_is_good || archive=''
    fi
    streams=''
    [ -t 0 ] && streams=${streams}0
    [ -t 1 ] && streams=${streams}1
    [ -t 2 ] && streams=${streams}2
    # A second compiling thread only takes turns with the command. A user's other compilers need more than one.
    compilers=-XX:CICompilerCount=1
    case ${SHAKEBOOK_JAVA_OPTS:-} in *TieredStopAtLevel*) compilers='' ;; esac
    # Java moves an archive to an address that chance decides, and writes to all of its pages while nothing else runs yet:
    # half of the start of a short command. What uses most of the pages writes to them in any case, page by page, while both
    # cores are at work, which takes longer.
    moved=0
    case ${1:-} in plan | run | apply | resume | undo | drift | permissions) moved=1 ;; esac
    # shellcheck disable=SC2086 # the user's options are several words
    # A serial collector that begins small and grows little by little: the default one takes what a large machine has.
    # How much there may be in the end is left to Java: a quarter of the machine.
    exec "$java" ${archive:+"-XX:SharedArchiveFile=$archive"} -Xlog:disable -XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=10 \
        ${compilers:+"$compilers"} \
        -XX:+UseSerialGC -Xms64m -Xmn48m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 \
        -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode="$moved" \
        -XX:-UsePerfData -Djdk.reflect.useNativeAccessorOnly=true -Dsun.reflect.inflationThreshold=2000000000 -Dsun.net.httpserver.nodelay=true -Dsun.net.httpserver.idleInterval=3600 "-Dshakebook.home=$home" \
        "-Dshakebook.streams=$streams" "-Dshakebook.command=$0" ${SHAKEBOOK_JAVA_OPTS:-} \
        -cp "$class_path" io.shakebook.Main "$@"
}
