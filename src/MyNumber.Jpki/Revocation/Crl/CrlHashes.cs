using System.Security.Cryptography;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>The two hashes of a list, over its bytes as they come: of what is signed, and of the whole.</summary>
internal sealed class CrlHashes : IDisposable
{
    private readonly CrlHead _head;
    private readonly IncrementalHash _signed;
    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;

    public CrlHashes(CrlHead head, HashAlgorithmName signatureHash)
    {
        _head = head;
        _signed = IncrementalHash.CreateHash(signatureHash);
    }

    /// <summary>Takes the bytes that follow those taken before.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        _whole.AppendData(data);
        int from = (int)Math.Clamp(_head.ToBeSignedStart - _position, 0, data.Length);
        int to = (int)Math.Clamp(_head.ToBeSignedEnd - _position, 0, data.Length);
        _signed.AppendData(data[from..to]);
        _position += data.Length;
    }

    public byte[] FinishSigned() => _signed.GetHashAndReset();

    public byte[] FinishWhole() => _whole.GetHashAndReset();

    public void Dispose()
    {
        _signed.Dispose();
        _whole.Dispose();
    }
}
