using Microsoft.Win32.SafeHandles;

namespace MyNumber.Cli.Reading;

/// <summary>File descriptors that a shell opens for the tool, as <c>3&lt; file</c> does.</summary>
internal static class Descriptor
{
    /// <summary>Opens one for reading, byte for byte and without reading ahead, so that what follows a line stays for whoever reads next.</summary>
    /// <param name="number">3 or more; 0 is standard input and is opened elsewhere.</param>
    /// <exception cref="IOException">It is not open, or cannot be read.</exception>
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
}
