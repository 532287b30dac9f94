using System.Security.Cryptography;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>A card of files by application and identifier that refuses nothing; P2 = 00 signs with one key.</summary>
internal sealed class FileCard
{
    public const string InputSupport = "D3921000310001010408";
    public const string Surface = "D3921000310001010402";
    private static readonly byte[] Done = [0x90, 0x00];
    private readonly Dictionary<(string Application, int File), byte[]> _files = [];
    private readonly RSA? _key;
    private string _application = string.Empty;
    private byte[]? _current;

    public FileCard(RSA? key = null)
    {
        _key = key;
        Channel = new RuleChannel(Answer);
    }

    public RuleChannel Channel { get; }

    public byte[] this[string application, int file]
    {
        get => _files[(application, file)];
        set => _files[(application, file)] = value;
    }

    private byte[] Answer(byte[] command) => command[1] switch
    {
        0xA4 when command[2] == 0x04 => SelectApplication(Convert.ToHexString(command.AsSpan(5, command[4]))),
        0xA4 => SelectFile((command[5] << 8) | command[6]),
        0xB0 => Read((command[2] << 8) | command[3], command[4] == 0 ? 256 : command[4]),
        0x2A when command[3] == 0x00 && _key is not null => [.. SigningCard.SignBlock(_key, command.AsSpan(5, command[4])), .. Done],
        _ => [0x6D, 0x00],
    };

    private byte[] SelectApplication(string application)
    {
        bool known = _files.Keys.Any(key => key.Application == application);
        (_application, _current) = known ? (application, null) : (_application, _current);
        return known ? Done : [0x6A, 0x82];
    }

    private byte[] SelectFile(int file) => _files.TryGetValue((_application, file), out _current) ? Done : [0x6A, 0x82];

    private byte[] Read(int offset, int length) => _current is null ? [0x69, 0x86]
        : offset >= _current.Length ? [0x6B, 0x00]
        : [.. _current.AsSpan(offset, Math.Min(length, _current.Length - offset)), .. Done];
}
