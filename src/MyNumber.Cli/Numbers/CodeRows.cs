using MyNumber.Numbering;

namespace MyNumber.Cli.Numbers;

/// <summary>Resident record codes alone; those that <see cref="IndividualRows"/> of the same key has.</summary>
internal sealed class CodeRows(ReadOnlySpan<byte> key) : IRowMaker
{
    private readonly SyntheticCodes _codes = new(key);

    public IReadOnlyList<string> Columns => ["residentRecordCode"];

    public IReadOnlyList<int> Widths => [11];

    public long Most => SyntheticCodes.Count;

    public void Make(long first, Span<char> rows, int count)
    {
        ResidentRecordCode[] codes = new ResidentRecordCode[count];
        _codes.Fill(first, codes);
        for (int i = 0; i < count; i++)
        {
            codes[i].TryReveal(rows[(i * 11)..], out _);
        }
    }

    public void Dispose() => _codes.Dispose();
}
