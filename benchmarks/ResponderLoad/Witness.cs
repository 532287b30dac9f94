using System.Collections.Concurrent;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;

namespace MyNumber.ResponderLoad;

/// <summary>Asks beside the load with the verifying client, over its own connection, and compares with what was done to the certificate.</summary>
internal sealed class Witness(Lab lab, Uri address) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<CertificateIdentity, RevocationState?> _changed = new();
    private int _next;

    public int Asked { get; private set; }

    public List<string> Wrong { get; } = [];

    /// <summary>The state from now on; null while it is being changed, when either is right.</summary>
    public void Expect(CertificateIdentity certificate, RevocationState? state) => _changed[certificate] = state;

    public async Task RunAsync(CancellationToken end)
    {
        OcspClient client = new(_http, new OcspOptions { ResponderAddress = address, NoncePolicy = OcspNoncePolicy.Off }, TimeProvider.System);
        while (!end.IsCancellationRequested)
        {
            VerifiedPath path = lab.Paths[_next++ % lab.Paths.Count];
            RevocationState? before = Expected(path);
            RevocationEvidence answer = await client.CheckAsync(path, CancellationToken.None);
            Asked++;
            RevocationState? after = Expected(path);
            bool mayBeEither = before != after || after is null;
            if (mayBeEither ? answer.State is not (RevocationState.Good or RevocationState.Held) : answer.State != after)
            {
                Wrong.Add($"{answer.State} ({answer.Failure}) instead of {after}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    private RevocationState? Expected(VerifiedPath path) =>
        _changed.TryGetValue(path.Certificate.Identity, out RevocationState? state) ? state : RevocationState.Good;

    public void Dispose() => _http.Dispose();
}
