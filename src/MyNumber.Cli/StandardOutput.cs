using Microsoft.Win32.SafeHandles;

namespace MyNumber.Cli;

/// <summary>Standard output that notices when nobody reads on.</summary>
internal static class StandardOutput
{
    /// <summary>Opens it.</summary>
    /// <remarks>On Unix the console's own stream keeps quiet about a broken pipe, and a long run would write to nobody until its end. A file is left to it: a file stream keeps a position
    /// of its own, which others that write to the same file do not see.</remarks>
    public static Stream Open()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            FileStream pipe = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }
}
