using System.Globalization;
using System.Text;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>What may be shown of one exchange: header, lengths, status word, and the name that a SELECT asks for. No other data byte ever gets in here.</summary>
/// <remarks>Immutable. <see langword="default"/> is an exchange of nothing.</remarks>
public readonly struct ApduTraceEntry
{
    private const byte Select = 0xA4;
    private const byte Verify = 0x20;
    private const byte ChangeReferenceData = 0x24;
    private const byte ChangeKey = 0x32;
    private const int LongestName = 16;
    private readonly uint _header;
    private readonly byte[]? _selected;

    private ApduTraceEntry(uint header, bool hasHeader, byte[]? selected, int? dataLength, int responseLength, StatusWord? status)
    {
        _header = header;
        HasHeader = hasHeader;
        _selected = selected;
        DataLength = dataLength;
        ResponseLength = responseLength;
        Status = status;
    }

    /// <summary>Whether the command had a header that could be read.</summary>
    public bool HasHeader { get; }

    /// <summary>CLA INS P1 P2, first byte uppermost; 0 without a header.</summary>
    public uint Header => _header;

    /// <summary>Command data bytes; <see langword="null"/> when they are a PIN, whose length stays hidden too, or when the command is no APDU.</summary>
    public int? DataLength { get; }

    /// <summary>The AID or file identifier of a SELECT; empty for every other command.</summary>
    public ReadOnlySpan<byte> Selected => _selected;

    /// <summary>Response data bytes, status word not counted.</summary>
    public int ResponseLength { get; }

    /// <summary>The status word, or <see langword="null"/> when the exchange failed.</summary>
    public StatusWord? Status { get; }

    /// <summary>One line, such as <c>80 2A 00 80 [51 bytes] -> 256 bytes 9000</c>.</summary>
    /// <returns>Text without secrets.</returns>
    public override string ToString()
    {
        StringBuilder line = new();
        if (HasHeader)
        {
            line.Append(CultureInfo.InvariantCulture, $"{_header >> 24:X2} {(_header >> 16) & 0xFF:X2} {(_header >> 8) & 0xFF:X2} {_header & 0xFF:X2}");
        }

        line.Append(' ').Append((_selected, DataLength) switch
        {
            ({ } name, _) => Convert.ToHexString(name),
            (_, int length) => string.Create(CultureInfo.InvariantCulture, $"[{length} bytes]"),
            _ => "[hidden]",
        });
        return Status is StatusWord status
            ? line.Append(CultureInfo.InvariantCulture, $" -> {ResponseLength} bytes {status}").ToString()
            : line.Append(" -> failed").ToString();
    }

    internal static ApduTraceEntry Of(ReadOnlySpan<byte> command, ReadOnlySpan<byte> buffer, int? answerLength)
    {
        StatusWord? status = null;
        if (answerLength is >= 2 && answerLength <= buffer.Length)
        {
            status = ResponseApdu.Of(buffer, answerLength.Value).Status;
        }

        int responseLength = status is null ? 0 : answerLength!.Value - 2;
        if (!CommandShape.TryFind(command, out CommandShape shape))
        {
            return new ApduTraceEntry(0, false, null, null, responseLength, status);
        }

        uint header = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(command);
        bool names = command[0] == 0x00 && command[1] == Select && shape.DataLength is > 0 and <= LongestName;
        byte[]? selected = names ? command.Slice(shape.DataStart, shape.DataLength).ToArray() : null;
        int? dataLength = shape.DataLength > 0 && CarriesPin(command[1]) ? null : shape.DataLength;
        return new ApduTraceEntry(header, true, selected, dataLength, responseLength, status);
    }

    private static bool CarriesPin(byte instruction) => instruction is Verify or ChangeReferenceData or ChangeKey;
}
