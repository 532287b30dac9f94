using System.Collections.Concurrent;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace StatusWatch;

/// <summary>Counts about whom status was asked, and who was asked about again although an answer had come.</summary>
internal sealed class QuestionLog(IRevocationSource source) : IRevocationSource
{
    private readonly ConcurrentDictionary<CertificateIdentity, bool> _isAnswered = new();
    private int _questions, _needless;

    /// <summary>All questions of the night, repetitions counted in.</summary>
    public int Questions => _questions;

    /// <summary>About how many certificates.</summary>
    public int Certificates => _isAnswered.Count;

    /// <summary>Questions about a certificate whose answer had come: there must be none.</summary>
    public int Needless => _needless;

    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        CertificateIdentity identity = path.Certificate.Identity;
        Interlocked.Increment(ref _questions);
        if (!_isAnswered.TryAdd(identity, false) && _isAnswered[identity])
        {
            Interlocked.Increment(ref _needless);
        }

        RevocationEvidence answer = await source.CheckAsync(path, cancellationToken);
        _isAnswered[identity] = answer.State is RevocationState.Good or RevocationState.Held or RevocationState.Revoked;
        return answer;
    }
}
