using System.Diagnostics;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The images on the card's face as the surface application holds them: real files, of invented content.</summary>
/// <remarks>Immutable; copies what it is given. The card looks into no image. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardImages
{
    private const int MaximumLength = 0x4000;

    /// <summary>Holds images as given.</summary>
    /// <param name="name">Name (氏名): PNG of one bit.</param>
    /// <param name="address">Address (住所): PNG of one bit.</param>
    /// <param name="photo">Portrait (顔写真): JPEG 2000 in a JP2 file, grey. A drawing, never a person.</param>
    /// <param name="securityCode">Security code (セキュリティコード): PNG of one bit, 24×12.</param>
    /// <param name="individualNumber">Individual number (個人番号): PNG of one bit, 72×12.</param>
    /// <exception cref="ArgumentException">An image is empty or longer than 16,384 bytes.</exception>
    public CardImages(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> address, ReadOnlySpan<byte> photo, ReadOnlySpan<byte> securityCode, ReadOnlySpan<byte> individualNumber)
    {
        Name = Copy(name, nameof(name));
        Address = Copy(address, nameof(address));
        Photo = Copy(photo, nameof(photo));
        SecurityCode = Copy(securityCode, nameof(securityCode));
        IndividualNumber = Copy(individualNumber, nameof(individualNumber));
    }

    /// <summary>The images of the sample person; the portrait is a drawn figure.</summary>
    public static CardImages Sample { get; } = Load("sample");

    /// <summary>Marked blanks of the same sizes, for a person without images.</summary>
    public static CardImages Blank { get; } = Load("blank");

    /// <summary>Name (氏名), PNG.</summary>
    public ReadOnlyMemory<byte> Name { get; }

    /// <summary>Address (住所), PNG.</summary>
    public ReadOnlyMemory<byte> Address { get; }

    /// <summary>Portrait (顔写真), JP2.</summary>
    public ReadOnlyMemory<byte> Photo { get; }

    /// <summary>Security code, PNG.</summary>
    public ReadOnlyMemory<byte> SecurityCode { get; }

    /// <summary>Individual number (個人番号), PNG.</summary>
    public ReadOnlyMemory<byte> IndividualNumber { get; }

    /// <summary>A mask; no image is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardImages(***)";

    private static CardImages Load(string kind) => new(
        EmbeddedFile.Read($"{kind}-name.png"),
        EmbeddedFile.Read($"{kind}-address.png"),
        EmbeddedFile.Read($"{kind}-photo.jp2"),
        EmbeddedFile.Read($"{kind}-security-code.png"),
        EmbeddedFile.Read($"{kind}-number.png"));

    private static byte[] Copy(ReadOnlySpan<byte> image, string name) => image.Length is > 0 and <= MaximumLength
        ? image.ToArray()
        : throw new ArgumentException("An image has 1 to 16,384 bytes.", name);
}
