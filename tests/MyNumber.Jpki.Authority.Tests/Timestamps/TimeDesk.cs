using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests.Timestamps;

/// <summary>A timestamp authority with pool keys, a clock to move, and a verifier that pins it with its list.</summary>
internal sealed class TimeDesk : IDisposable
{
    private readonly RSA _anchorKey = LabKeyPool.Load(7);
    private readonly RSA _key = LabKeyPool.Load(8);

    internal TimeDesk(DateTimeOffset? now = null, TimestampAuthorityOptions? options = null)
    {
        Clock = new ManualTimeProvider(now ?? TestLab.Fixed);
        Authority = new TimestampAuthority(_anchorKey, _key, Clock, options);
    }

    internal ManualTimeProvider Clock { get; }

    internal TimestampAuthority Authority { get; }

    internal RandomNumberGenerator Random { get; } = RandomNumberGenerator.Create();

    /// <summary>Strict: the certificate needs the anchor's list.</summary>
    internal TimestampVerifier Verifier => new(new ChainTimestampTrust([Authority.Anchor], [Authority.PublishList()]));

    public void Dispose()
    {
        Random.Dispose();
        _anchorKey.Dispose();
        _key.Dispose();
    }
}
