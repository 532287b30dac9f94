using System.Security.Cryptography;
using System.Text;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>An application for certificates on a phone (移動端末設備用電子証明書の発行申請), to be signed with the card's signature key.</summary>
/// <remarks>
/// <para>What is signed is <see cref="Content"/>, this text in UTF-8, each line ended by LF; a key that is not there is written as a hyphen. The real form is not public; this one is the project's own.</para>
/// <code>
/// MyNumber SDK phone certificate application v1
/// application: 23 digits
/// replaces: 23 digits, or a hyphen
/// signature-key-sha256: hex of SHA-256 of the SubjectPublicKeyInfo
/// user-authentication-key-sha256: the same
/// </code>
/// <para><see cref="ToString"/> is masked.</para>
/// </remarks>
public sealed record PhoneApplication
{
    private const string Heading = "MyNumber SDK phone certificate application v1";

    /// <summary>Application ID (申請書ID), used once.</summary>
    public required ApplicationId Id { get; init; }

    /// <summary>The phone's earlier application, when a new signature certificate takes the place of one on hold; empty otherwise.</summary>
    public ApplicationId Replaces { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the phone's signature key; empty when no such certificate is wanted.</summary>
    public ReadOnlyMemory<byte> SignatureKey { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the phone's user-authentication key; empty when no such certificate is wanted.</summary>
    public ReadOnlyMemory<byte> UserAuthenticationKey { get; init; }

    /// <summary>The bytes to be signed, attached or detached, as CMS SignedData with the card's signature key.</summary>
    public ReadOnlyMemory<byte> Content => Encoding.UTF8.GetBytes(
        $"{Heading}\napplication: {Id}\nreplaces: {(Replaces.IsEmpty ? "-" : Replaces.ToString())}\n"
        + $"signature-key-sha256: {Digest(SignatureKey)}\nuser-authentication-key-sha256: {Digest(UserAuthenticationKey)}\n");

    /// <summary>A mask; neither ID nor key is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "PhoneApplication(***)";

    private static string Digest(ReadOnlyMemory<byte> key) => key.IsEmpty ? "-" : Convert.ToHexStringLower(SHA256.HashData(key.Span));
}
