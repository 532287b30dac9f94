namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>A reader of <see cref="FakePcsc"/>.</summary>
internal sealed class FakeReader
{
    public const uint Empty = 0x10;
    public const uint Present = 0x20;
    public const uint InUse = 0x100;

    public uint Flags { get; set; } = Empty;

    public uint Counter { get; set; }

    public byte[] AnswerToReset { get; set; } = [];

    public uint State => (Counter << 16) | Flags;

    public void Insert(byte[] answerToReset, uint extraFlags)
    {
        Flags = Present | extraFlags;
        Counter++;
        AnswerToReset = answerToReset;
    }

    public void Remove()
    {
        Flags = Empty;
        Counter++;
        AnswerToReset = [];
    }
}
