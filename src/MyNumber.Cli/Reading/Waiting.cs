namespace MyNumber.Cli.Reading;

/// <summary>Waits for a stream until the user asks the tool to stop; a console or a pipe knows nothing of cancellation.</summary>
internal static class Waiting
{
    public static int Read(Stream stream, Memory<byte> buffer, CancellationToken cancellation) =>
        stream.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false).GetAwaiter().GetResult();

    /// <summary>Reads to the end, or until the buffer is full.</summary>
    /// <returns>The bytes read.</returns>
    public static int ReadAll(Stream stream, Memory<byte> buffer, CancellationToken cancellation)
    {
        int length = 0;
        int read;
        while ((read = Read(stream, buffer[length..], cancellation)) > 0)
        {
            length += read;
        }

        return length;
    }
}
