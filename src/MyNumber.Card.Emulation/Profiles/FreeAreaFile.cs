namespace MyNumber.Card.Emulation.Profiles;

/// <summary>A data file in a slot of the free area. The lab's own design: real layouts are not public.</summary>
public sealed class FreeAreaFile
{
    private const int MaximumSize = 4096;

    /// <summary>Describes a file.</summary>
    /// <param name="id">0002 to 000F.</param>
    /// <param name="content">What is in it at the beginning; filler FF behind it.</param>
    /// <param name="size">Physical size, 1 to 4,096 bytes and no less than the content.</param>
    /// <param name="needsPinToRead">Whether reading needs the slot's PIN.</param>
    /// <param name="isWritable">Whether UPDATE BINARY is allowed after the slot's PIN.</param>
    /// <exception cref="ArgumentOutOfRangeException">Identifier or size outside its range.</exception>
    public FreeAreaFile(int id, ReadOnlySpan<byte> content, int size, bool needsPinToRead = false, bool isWritable = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, 0x0F);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, Math.Max(1, content.Length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaximumSize);
        Id = id;
        Content = content.ToArray();
        Size = size;
        NeedsPinToRead = needsPinToRead;
        IsWritable = isWritable;
    }

    /// <summary>File identifier, 2 to 15.</summary>
    public int Id { get; }

    /// <summary>Content at the beginning.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Physical size in bytes.</summary>
    public int Size { get; }

    /// <summary>Whether reading needs the slot's PIN.</summary>
    public bool NeedsPinToRead { get; }

    /// <summary>Whether UPDATE BINARY is allowed after the slot's PIN.</summary>
    public bool IsWritable { get; }
}
