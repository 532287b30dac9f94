using System.Diagnostics;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>A consent to the latest four attributes, as it is kept: what was signed, the signature value, and the handle under which the authority knows the holder.</summary>
/// <remarks>
/// <para>The certificate is not in it and has no place in it (one source: it must not be kept for this purpose). It stands for ten years, counted from the day after the authority
/// reflected it, also when the certificate is revoked (one source).</para>
/// <para>Immutable; a change is a new value. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Consent
{
    /// <summary>How many years a consent stands (one source).</summary>
    public const int Years = 10;

    /// <summary>Under which it is known.</summary>
    public required string Id { get; init; }

    /// <summary>The bank's own reference of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The service for which it was given.</summary>
    public required string Service { get; init; }

    /// <summary>When it was verified and recorded.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The handle of the signature certificate: issuer, generation and serial. Personal.</summary>
    public required CertificateIdentity Holder { get; init; }

    /// <summary>The text that was signed.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The signed attributes, DER with tag [0]; empty when there were none.</summary>
    public ReadOnlyMemory<byte> SignedAttributes { get; init; }

    /// <summary>The signature value.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>The day in Japan on which the authority reflected it; <see langword="null"/> while it has not.</summary>
    public DateOnly? ReflectedOn { get; init; }

    /// <summary>When it was revoked, or seen to be revoked or no longer known at the authority; <see langword="null"/> while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The last day in Japan on which it stands; <see langword="null"/> while the authority has not reflected it.</summary>
    public DateOnly? LastDay => ReflectedOn is { } day ? JapanDay.LastDayOfYears(day, Years) : null;

    /// <summary>How it stands at an instant.</summary>
    /// <param name="at">The instant; the calendar day in Japan counts.</param>
    /// <returns>The state. It is in force from the day after it was reflected.</returns>
    public ConsentState StateAt(DateTimeOffset at)
    {
        DateOnly day = JapanDay.Of(at);
        return RevokedAt <= at ? ConsentState.Revoked
            : day > LastDay ? ConsentState.Ended
            : day > ReflectedOn ? ConsentState.InForce
            : ConsentState.AwaitingAuthority;
    }

    /// <summary>A mask; nothing of holder or account is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "Consent(***)";
}
