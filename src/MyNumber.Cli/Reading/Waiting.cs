namespace MyNumber.Cli.Reading;

/// <summary>Waits for a stream until the user asks the tool to stop; a console or a pipe knows nothing of cancellation.</summary>
internal static class Waiting
{
    public static int Read(Stream stream, Memory<byte> buffer, CancellationToken cancellation) =>
        stream.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false).GetAwaiter().GetResult();
}
