using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MyNumber.Cli.Reading;

/// <summary>File descriptors that a shell opens for the tool, as <c>3&lt; file</c> does.</summary>
internal static partial class Descriptor
{
    // <fcntl.h>, the same numbers on Linux and macOS.
    private const int GetDescriptorFlags = 1;
    private const int GetStatusFlags = 3;
    private const int CloseOnExec = 1;
    private const int AccessMode = 3;
    private const int WriteOnly = 1;

    /// <summary>Whether whoever started the tool has opened it for reading: a pipe, a socket, a file or a terminal.</summary>
    /// <remarks>What goes over from the starter cannot be marked to be closed at that very moment (FD_CLOEXEC), and the runtime marks so whatever it opens itself: pipes for signals, sockets,
    /// memory, its own files. A read of one of those would wait for ever, or take away what the runtime waits for.</remarks>
    /// <param name="number">0 or more. On Windows only 0.</param>
    public static bool IsGiven(int number)
    {
        if (OperatingSystem.IsWindows())
        {
            return number == 0;
        }

        int flags = Control(number, GetDescriptorFlags);
        return flags >= 0 && (flags & CloseOnExec) == 0 && (Control(number, GetStatusFlags) & AccessMode) != WriteOnly && (!OperatingSystem.IsLinux() || IsReadableKind(number));
    }

    /// <summary>Opens one for reading, byte for byte and without reading ahead, so that what follows a line stays for whoever reads next.</summary>
    /// <param name="number">3 or more, and given; 0 is standard input and is opened elsewhere.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="NotSupportedException">The platform has no numbers for open files.</exception>
    public static Stream Open(int number)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new NotSupportedException();
        }

        try
        {
            return new FileStream(new SafeFileHandle(number, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        }
        catch (ArgumentException fault)
        {
            throw new IOException("The descriptor cannot be read.", fault);
        }
    }

    /// <summary>Linux names what is behind a number: <c>pipe:[1]</c>, <c>socket:[1]</c>, <c>anon_inode:[eventpoll]</c>, or a path.</summary>
    private static bool IsReadableKind(int number)
    {
        string link = FormattableString.Invariant($"/proc/self/fd/{number}");
        try
        {
            string? target = new FileInfo(link).LinkTarget;
            return target is not null && (target.StartsWith("pipe:", StringComparison.Ordinal) || target.StartsWith("socket:", StringComparison.Ordinal) || IsFile(target)) && !Directory.Exists(link);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsFile(string target) => target.StartsWith('/') && !target.StartsWith("/memfd:", StringComparison.Ordinal);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);
}
