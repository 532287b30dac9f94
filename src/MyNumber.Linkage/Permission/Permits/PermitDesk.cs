using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Permission.Permits;

/// <summary>The core's desk that seals permits and checks them when the provider's answer comes back with one.</summary>
/// <remarks>Thread safe. The seal is symmetric: only the core can check it. A provider trusts the channel to the core.</remarks>
public sealed class PermitDesk
{
    /// <summary>The longest permit in bytes; ours, from the most items of a rule.</summary>
    public const int MostBytes = 1 << 20;

    private readonly IPermitKeys _keys;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;

    /// <summary>Opens a desk.</summary>
    /// <param name="keys">Custody of the keys.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lifetime">How long a permit is good; one millisecond at least.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is shorter than a millisecond.</exception>
    public PermitDesk(IPermitKeys keys, TimeProvider time, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromMilliseconds(1));
        (_keys, _time, _lifetime) = (keys, time, lifetime);
    }

    /// <summary>How long a permit is good.</summary>
    public TimeSpan Lifetime => _lifetime;

    /// <summary>Seals a permit.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="decision">The decision on it; allowed.</param>
    /// <param name="providerCode">The provider's own code of the person.</param>
    /// <returns>The bytes for the provider; they hold the code and are guarded as it is.</returns>
    /// <exception cref="ArgumentException">The inquiry or the code is empty, or the decision is a refusal.</exception>
    /// <exception cref="InvalidOperationException">The custody of the keys does not hold its own current version.</exception>
    public byte[] Issue(Guid inquiry, in PermissionRequest request, in PermissionDecision decision, AgencyCode providerCode)
    {
        if (inquiry == Guid.Empty || providerCode.IsEmpty || !decision.IsAllowed)
        {
            throw new ArgumentException("A permit needs an inquiry, a decision that allows it and the provider's code.");
        }

        DateTimeOffset expiresAt = ValidPeriod.ToMilliseconds(_time.GetUtcNow() + _lifetime);
        Permit permit = new(inquiry, request, decision.Rule.Id, decision.Version, decision.ManualRelease, providerCode, expiresAt);
        byte version = _keys.CurrentVersion;
        byte[] body = PermitEncoding.Write(permit, version);
        byte[] sealedBytes = new byte[body.Length + IPermitKeys.SealLength];
        body.CopyTo(sealedBytes, 0);
        return _keys.TrySeal(version, body, sealedBytes.AsSpan(body.Length)) ? sealedBytes
            : throw new InvalidOperationException("The custody of the permit keys does not hold its own current version.");
    }

    /// <summary>Checks a permit: the seal first, in constant time, then what it says.</summary>
    /// <param name="bytes">What was presented.</param>
    /// <param name="provider">Who presents it.</param>
    /// <param name="permit">What it says when it is valid, else <see langword="null"/>.</param>
    /// <returns>The verdict.</returns>
    public PermitVerdict Verify(ReadOnlySpan<byte> bytes, AgencyId provider, out Permit? permit)
    {
        permit = null;
        if (bytes.Length is <= IPermitKeys.SealLength + 2 or > MostBytes || bytes[0] != PermitEncoding.Format)
        {
            return PermitVerdict.Malformed;
        }

        ReadOnlySpan<byte> body = bytes[..^IPermitKeys.SealLength];
        Span<byte> seal = stackalloc byte[IPermitKeys.SealLength];
        if (!_keys.TrySeal(body[1], body, seal))
        {
            return PermitVerdict.UnknownKey;
        }

        if (!CryptographicOperations.FixedTimeEquals(seal, bytes[^IPermitKeys.SealLength..]))
        {
            return PermitVerdict.WrongSeal;
        }

        Permit? read = PermitEncoding.Read(body);
        PermitVerdict verdict = read is null ? PermitVerdict.Malformed
            : read.Provider != provider ? PermitVerdict.OtherProvider
            : _time.GetUtcNow() >= read.ExpiresAt ? PermitVerdict.Expired
            : PermitVerdict.Valid;
        permit = verdict == PermitVerdict.Valid ? read : null;
        return verdict;
    }
}
