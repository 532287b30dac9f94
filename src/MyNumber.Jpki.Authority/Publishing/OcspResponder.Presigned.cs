using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Publishing;

/// <content>Answers that are signed once for their tick.</content>
public sealed partial class OcspResponder
{
    private const int AnswersPerTurn = 16;

    /// <summary>How many answers are kept for the tick that is.</summary>
    public int PresignedCount => _presigned.Count(Options.TickOf(_clock.GetUtcNow()));

    /// <summary>Signs the answers about all certificates in force that are not kept yet: those of the tick that is, then those of the next.</summary>
    /// <param name="cancellationToken">Gives up; what was signed by then stays.</param>
    /// <returns>How many were signed. One takes half a millisecond on an idle core; requests are answered in between.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<int> PresignAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        int made = await PresignTickAsync(Options.TickOf(now), cancellationToken).ConfigureAwait(false);
        return made + await PresignTickAsync(Options.TickOf(now) + Options.Tick, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs ahead, and again at every tick, until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends by cancellation.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            DateTimeOffset tick = Options.TickOf(_clock.GetUtcNow());
            await PresignAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan rest = tick + Options.Tick - _clock.GetUtcNow();
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> PresignTickAsync(DateTimeOffset tick, CancellationToken cancellationToken)
    {
        int made = 0, seen = 0;
        foreach (OcspIssuer issuer in _issuers)
        {
            foreach (CertificateIdentity certificate in _statuses.Issued(issuer.Generation.KeyIdentifier, tick))
            {
                cancellationToken.ThrowIfCancellationRequested();
                made += Presign(issuer, certificate, tick);
                if (++seen % AnswersPerTurn == 0)
                {
                    await Task.Yield();
                }
            }
        }

        return made;
    }

    private int Presign(OcspIssuer issuer, CertificateIdentity certificate, DateTimeOffset tick) =>
        Presign(issuer, certificate, tick, OcspPresignedHashes.Sha256, Oids.Sha256) + Presign(issuer, certificate, tick, OcspPresignedHashes.Sha1, Oids.Sha1);

    private int Presign(OcspIssuer issuer, CertificateIdentity certificate, DateTimeOffset tick, OcspPresignedHashes hash, string oid)
    {
        if ((Options.PresignedHashes & hash) == 0 || _presigned.Count(tick) >= Options.MaximumPresigned)
        {
            return 0;
        }

        byte[] certId = issuer.CertId(oid, certificate.SerialNumber.Span);
        OcspAnswer? before = _presigned.Find(tick, certId);
        OcspCertId id = new(certId, oid, default, default, certificate.SerialNumber);
        return ReferenceEquals(Keep(id, issuer, tick), before) ? 0 : 1;
    }

    private OcspAnswer? FindKept(ReadOnlySpan<byte> certId, DateTimeOffset now) => FindKeptFor(certId, Options.TickOf(now));

    /// <summary>A kept answer that still says what is so. A position that grew means only that something changed somewhere, so the status itself is compared then.</summary>
    private OcspAnswer? FindKeptFor(ReadOnlySpan<byte> certId, DateTimeOffset tick)
    {
        OcspAnswer? kept = _presigned.Find(tick, certId);
        if (kept is null)
        {
            return null;
        }

        long position = _statuses.Position;
        if (kept.Position != position)
        {
            if (StatusAt(kept.Certificate, tick) != kept.Status)
            {
                return null;
            }

            kept.Position = position;
        }

        return kept;
    }

    private OcspAnswer? RespondForTick(OcspCertId id, OcspIssuer signer) => Keep(id, signer, Options.TickOf(_clock.GetUtcNow()));

    /// <summary>The kept answer, or a new one; null when the certificate was not issued here, because nothing is kept about what strangers invent.</summary>
    private OcspAnswer? Keep(OcspCertId id, OcspIssuer signer, DateTimeOffset tick)
    {
        lock (_signing)
        {
            if (FindKeptFor(id.Encoded.Span, tick) is { } kept)
            {
                return kept;
            }

            long position = _statuses.Position;
            CertificateIdentity certificate = signer.Generation.Identify(id.SerialNumber.Span);
            if (StatusAt(certificate, tick) is not { } status)
            {
                return null;
            }

            DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow()), producedAt = now > tick ? now : tick;
            OcspSingleResponse response = new(id, id.Encoded, status, tick, tick + Options.Tick);
            byte[] encoded = _composer.Compose(signer, signer, [response], null, producedAt, OcspFaults.None);
            OcspAnswer answer = OcspAnswer.Presigned(encoded, certificate, status, position, (producedAt, tick + Options.Tick));
            bool isFirstOfSecond = _presigned.Find(tick, id.Encoded.Span) is not { } before || before.ProducedAt < producedAt;
            answer.IsToldByTime = _presigned.Keep(tick, Options.TickOf(now), id.Encoded.Span, answer) && isFirstOfSecond;
            return answer;
        }
    }
}
