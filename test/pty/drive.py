# Runs a program in a real pseudo-terminal and types into it: waits for a text on the screen, then sends keys.
# Standard input: {"argv": [...], "cwd": "...", "env": {...}, "steps": [{"expect": "...", "send": "..."}]}
# Standard output: {"status": n, "screen": "everything that was shown", "missed": null or the text that never came}
import json, os, pty, re, select, signal, struct, sys, termios, fcntl, time

job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.environ.update(job["env"])
    os.execvp(job["argv"][0], job["argv"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

screen = b""
codes = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x07")


def read(seconds):
    """Adds what the program shows; False once it has closed the terminal."""
    global screen
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return True
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    screen += data
    return data != b""


def plain():
    return codes.sub(b"", screen).decode("utf-8", "replace")


missed = None
seen = 0
for step in job["steps"]:
    deadline = time.time() + job.get("patience", 20)
    while plain().find(step["expect"], seen) < 0:
        if time.time() > deadline or not read(0.1):
            missed = step["expect"]
            break
    if missed is not None:
        break
    seen = plain().find(step["expect"], seen) + len(step["expect"])
    # A prompt listens a moment after it is drawn.
    time.sleep(0.12)
    for key in step["send"]:
        os.write(terminal, key.encode())
        time.sleep(0.01)
    while select.select([terminal], [], [], 0.05)[0]:
        if not read(0):
            break
    seen = max(seen, len(plain()) - 400) if step.get("loose") else seen

deadline = time.time() + (1 if missed else 20)
status = None
while status is None:
    alive = read(0.1)
    done, code = os.waitpid(pid, os.WNOHANG)
    if done:
        status = os.waitstatus_to_exitcode(code)
        while read(0.1) and select.select([terminal], [], [], 0.05)[0]:
            pass
    elif time.time() > deadline:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        status = -9
json.dump({"status": status, "screen": plain(), "missed": missed}, sys.stdout)
