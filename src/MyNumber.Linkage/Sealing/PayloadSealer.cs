using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Linkage.Sealing;

/// <summary>Seals data from one body to another so that nobody between them, the core included, can read or change it (個人情報及び通信の暗号化).</summary>
/// <remarks>
/// <para>ECDH on P-256 and HKDF-SHA-256 give one AES-256-GCM key for each direction of a pair of bodies; nonces are random. One key may seal 2^32 messages; give bodies
/// new keys before that. There is no forward secrecy: who gets a body's private key can read what was sealed for it.</para>
/// <para>Thread safe. The owner disposes it; the identity stays the caller's.</para>
/// </remarks>
public sealed class PayloadSealer : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly BodyIdentity _self;
    private readonly ConcurrentDictionary<(BodyCard Other, bool IsMine), ConcurrentBag<AesGcm>> _ciphers = new();

    /// <summary>Makes a sealer of one body.</summary>
    /// <param name="self">The body's keys.</param>
    /// <exception cref="ArgumentNullException"><paramref name="self"/> is null.</exception>
    public PayloadSealer(BodyIdentity self)
    {
        ArgumentNullException.ThrowIfNull(self);
        _self = self;
    }

    /// <summary>Seals data for another body.</summary>
    /// <param name="receiver">For whom.</param>
    /// <param name="about">What both know already, such as the inquiry's id; it is protected, not hidden.</param>
    /// <param name="clear">The data.</param>
    /// <returns>Nonce, data and tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receiver"/> is null.</exception>
    public byte[] Seal(BodyCard receiver, ReadOnlySpan<byte> about, ReadOnlySpan<byte> clear)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        byte[] box = new byte[NonceLength + clear.Length + TagLength];
        Span<byte> nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        ConcurrentBag<AesGcm> idle = Idle(receiver, isMine: true);
        AesGcm cipher = idle.TryTake(out AesGcm? found) ? found : Make(receiver, isMine: true);
        cipher.Encrypt(nonce, clear, box.AsSpan(NonceLength, clear.Length), box.AsSpan(NonceLength + clear.Length), about);
        idle.Add(cipher);
        return box;
    }

    /// <summary>Opens data from another body.</summary>
    /// <param name="sender">From whom it should be.</param>
    /// <param name="about">The same as at sealing.</param>
    /// <param name="box">Nonce, data and tag.</param>
    /// <returns>The data, the caller's to clear; <see langword="null"/> when the box is not from there, not for here, about something else, or changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sender"/> is null.</exception>
    public byte[]? TryOpen(BodyCard sender, ReadOnlySpan<byte> about, ReadOnlySpan<byte> box)
    {
        ArgumentNullException.ThrowIfNull(sender);
        if (box.Length < NonceLength + TagLength)
        {
            return null;
        }

        byte[] clear = new byte[box.Length - NonceLength - TagLength];
        ConcurrentBag<AesGcm> idle = Idle(sender, isMine: false);
        AesGcm cipher = idle.TryTake(out AesGcm? found) ? found : Make(sender, isMine: false);
        try
        {
            cipher.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], clear, about);
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            idle.Add(cipher);
        }
    }

    /// <summary>Disposes the keys of the pairs.</summary>
    public void Dispose()
    {
        foreach (AesGcm cipher in _ciphers.Values.SelectMany(idle => idle))
        {
            cipher.Dispose();
        }

        _ciphers.Clear();
    }

    private ConcurrentBag<AesGcm> Idle(BodyCard other, bool isMine) => _ciphers.GetOrAdd((other, isMine), static _ => []);

    private AesGcm Make(BodyCard other, bool isMine)
    {
        (BodyCard from, BodyCard to) = isMine ? (_self.Card, other) : (other, _self.Card);
        byte[] secret = _self.Agree(other);
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], info: Encoding.ASCII.GetBytes($"MyNumber.Linkage/payload/{from.Agency}/{to.Agency}/v1"));
        AesGcm cipher = new(key, TagLength);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }
}
