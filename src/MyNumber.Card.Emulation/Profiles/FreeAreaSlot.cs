using System.Diagnostics;
using System.Globalization;
using System.Text;
using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>An application slot in the card's free area (空き領域) with owner, ground, files and a PIN of its own.</summary>
/// <remarks>The lab's own design, AID <c>F0 4D 4E 53 44 4B 01 nn</c> included: identifiers and layouts of real ones are not public (§8.5). Immutable;
/// <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FreeAreaSlot
{
    private const ushort HeaderFile = 0x0001;
    private const ushort PinFileId = 0x0011;
    private const int PinTries = 3;
    private const int MaximumTextBytes = 256;

    /// <summary>Describes a slot.</summary>
    /// <param name="number">1 to 15, the last byte of the AID.</param>
    /// <param name="owner">Who uses it; at most 256 bytes of UTF-8.</param>
    /// <param name="basis">On what ground.</param>
    /// <param name="ground">Title of the ordinance or approval; at most 256 bytes of UTF-8.</param>
    /// <param name="validUntil">Last day.</param>
    /// <param name="pin">PIN 0011 of 4 digits, or <see langword="null"/> for none.</param>
    /// <param name="files">Data files with different identifiers.</param>
    /// <exception cref="ArgumentNullException">A text or <paramref name="files"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> or <paramref name="basis"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">A text is empty or too long, the PIN is not four digits, an identifier is there twice, or a file asks for a PIN that the slot does not have.</exception>
    public FreeAreaSlot(int number, string owner, FreeAreaBasis basis, string ground, DateOnly validUntil, string? pin, params IReadOnlyList<FreeAreaFile> files)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 15);
        ThrowUnlessText(owner, nameof(owner));
        ThrowUnlessText(ground, nameof(ground));
        ArgumentNullException.ThrowIfNull(files);
        ThrowUnless(pin is null || (pin.Length == 4 && pin.All(char.IsAsciiDigit)), nameof(pin));
        ThrowUnless(files.Select(file => file.Id).Distinct().Count() == files.Count, nameof(files));
        ThrowUnless(pin is not null || files.All(file => !file.NeedsPinToRead && !file.IsWritable), nameof(files));
        Number = number;
        Owner = owner;
        Basis = basis is FreeAreaBasis.Ordinance or FreeAreaBasis.MinisterApproval ? basis : throw new ArgumentOutOfRangeException(nameof(basis));
        Ground = ground;
        ValidUntil = validUntil;
        Pin = pin;
        Files = [.. files];
    }

    /// <summary>Number of the slot, 1 to 15.</summary>
    public int Number { get; }

    /// <summary>Who uses it.</summary>
    public string Owner { get; }

    /// <summary>On what ground.</summary>
    public FreeAreaBasis Basis { get; }

    /// <summary>Title of the ordinance or approval.</summary>
    public string Ground { get; }

    /// <summary>Last day.</summary>
    public DateOnly ValidUntil { get; }

    /// <summary>Whether the slot has a PIN.</summary>
    public bool HasPin => Pin is not null;

    /// <summary>The data files.</summary>
    public IReadOnlyList<FreeAreaFile> Files { get; }

    /// <summary>The PIN, for personalisation.</summary>
    internal string? Pin { get; }

    /// <summary>Bytes of the free area that the slot takes: header and files by their physical size.</summary>
    public int Size => Header().Length + Files.Sum(file => file.Size);

    /// <summary>A mask; nothing of the slot but its number is in it.</summary>
    /// <returns>The slot's number.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"FreeAreaSlot({Number})");

    /// <summary>The slot as an application.</summary>
    internal ApplicationDefinition ToDefinition()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"free-area-{Number:X2}");
        byte[] header = Header();
        FileDefinition pin = new(PinFileId, FileKind.Pin, $"{name}/0011", new AccessRules { Verify = AccessRule.Always, Change = AccessRule.AnyOf(PinFileId) })
        {
            Secret = SecretNames.FreeArea,
            Tries = PinTries,
        };
        FileDefinition first = new(HeaderFile, FileKind.Transparent, $"{name}/0001", new AccessRules { Read = AccessRule.Always })
        {
            Content = ContentNames.Fixed,
            Fixed = header,
            Size = header.Length,
        };
        byte[] identifier = [0xF0, 0x4D, 0x4E, 0x53, 0x44, 0x4B, 0x01, (byte)Number];
        return new ApplicationDefinition(name, identifier, [first, .. HasPin ? [pin] : Array.Empty<FileDefinition>(), .. Files.Select(file => Define(file, name))]);
    }

    private static FileDefinition Define(FreeAreaFile file, string name)
    {
        AccessRules access = new()
        {
            Read = file.NeedsPinToRead ? AccessRule.AnyOf(PinFileId) : AccessRule.Always,
            Update = file.IsWritable ? AccessRule.AnyOf(PinFileId) : AccessRule.Never,
        };
        return new FileDefinition((ushort)file.Id, FileKind.Transparent, string.Create(CultureInfo.InvariantCulture, $"{name}/{file.Id:X4}"), access)
        {
            Content = ContentNames.Fixed,
            Fixed = file.Content.ToArray(),
            Size = file.Size,
        };
    }

    private byte[] Header() => CardTlv.Encode(0xFF60,
    [
        .. CardTlv.Encode(0xDF61, Encoding.UTF8.GetBytes(Owner)),
        .. CardTlv.Encode(0xDF62, [(byte)Basis]),
        .. CardTlv.Encode(0xDF63, Encoding.UTF8.GetBytes(Ground)),
        .. CardTlv.Encode(0xDF64, Encoding.ASCII.GetBytes(ValidUntil.ToString("yyyyMMdd", CultureInfo.InvariantCulture))),
    ]);

    private static void ThrowUnlessText(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        ThrowUnless(text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= MaximumTextBytes, name);
    }

    private static void ThrowUnless(bool valid, string name)
    {
        if (!valid)
        {
            throw new ArgumentException("The slot cannot be made so.", name);
        }
    }
}
