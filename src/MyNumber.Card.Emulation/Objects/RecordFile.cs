using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>An EF of records, numbered from 1.</summary>
internal sealed class RecordFile : CardFile
{
    private readonly byte[][] _records;

    public RecordFile(ushort id, string path, AccessRules access, byte[][] records)
        : base(id, FileKind.Record, path, access) => _records = records;

    public int Count => _records.Length;

    /// <summary>One record whole, with its own tag and length; <paramref name="number"/> is 1 to <see cref="Count"/>.</summary>
    public ReadOnlySpan<byte> this[int number] => _records[number - 1];

    /// <summary>Bytes of this record and all after it.</summary>
    public int LengthFrom(int number)
    {
        int length = 0;
        for (int i = number; i <= Count; i++)
        {
            length += this[i].Length;
        }

        return length;
    }
}
