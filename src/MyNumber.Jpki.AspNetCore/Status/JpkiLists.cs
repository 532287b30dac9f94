using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Download;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>The lists of this application (失効リスト): one store for both purposes, since a list is found by the generation that signed it.</summary>
internal sealed class JpkiLists
{
    private readonly ConcurrentDictionary<Uri, int> _failing = [];

    public JpkiLists(IOptions<JpkiOptions> options, JpkiTrust trust, IServiceProvider services, TimeProvider clock)
    {
        JpkiOptions settings = options.Value;
        CrlStore? own = services.GetService<CrlStore>();
        string? folder = settings.CrlFolder is null ? null : Path.GetFullPath(settings.CrlFolder, JpkiTrust.FolderOf(services));
        Store = own ?? new CrlStore(clock);
        IsOwn = own is null;
        Purposes =
        [
            .. Enum.GetValues<CertificatePurpose>()
                .Where(purpose => trust.Find(purpose) is not null && (own is not null || settings.Of(purpose).CrlAddresses.Count != 0))
                .Select(purpose => new PurposeLists(
                    purpose,
                    trust.Get(purpose),
                    trust.Get(purpose).Anchors.Select(anchor => Convert.ToBase64String(SHA256.HashData(anchor.Certificate.SubjectPublicKeyInfo.Span))).ToHashSet(StringComparer.Ordinal),
                    [.. settings.Of(purpose).CrlAddresses],
                    folder is null ? null : Path.Combine(folder, purpose == CertificatePurpose.Signature ? "signature" : "user-authentication"))),
        ];
    }

    public CrlStore Store { get; }

    /// <summary>Whether the store was made here and not by the application.</summary>
    public bool IsOwn { get; }

    /// <summary>The purposes that have lists.</summary>
    public IReadOnlyList<PurposeLists> Purposes { get; }

    public bool AreUsed => Purposes.Count != 0;

    public bool Have(CertificatePurpose purpose) => Purposes.Any(lists => lists.Purpose == purpose);

    /// <summary>How many addresses failed when they were last asked.</summary>
    public int FailingAddresses => _failing.Count;

    public ListPicture Picture(PurposeLists lists, DateTimeOffset now, TimeSpan nearEnd) =>
        ListPicture.Of(Store.Snapshot().Where(list => lists.Signers.Contains(Convert.ToBase64String(list.IssuerKeySha256.Span))), now, nearEnd);

    public void Note(CrlDownloadOutcome outcome)
    {
        if (outcome.Failures == 0)
        {
            _failing.TryRemove(outcome.Address, out _);
        }
        else
        {
            _failing[outcome.Address] = outcome.Failures;
        }
    }
}
