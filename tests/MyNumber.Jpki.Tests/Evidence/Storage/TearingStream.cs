namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>A journal's file whose medium can be told to be full: in the middle of a line, when it is flushed, or when it is cut back.</summary>
internal sealed class TearingStream(string path, FileStreamOptions options) : FileStream(path, options)
{
    /// <summary>How many bytes of the next write still fit; none fails before the first.</summary>
    public int? Room { get; set; }

    public bool FailsToFlush { get; set; }

    public bool FailsToCut { get; set; }

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, Math.Min(Room ?? count, count));
        ThrowIf(Room < count);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Flush(bool flushToDisk)
    {
        ThrowIf(FailsToFlush);
        base.Flush(flushToDisk);
    }

    public override void SetLength(long value)
    {
        ThrowIf(FailsToCut);
        base.SetLength(value);
    }

    private static void ThrowIf(bool fails)
    {
        if (fails)
        {
            throw new IOException("The medium is full.");
        }
    }
}
