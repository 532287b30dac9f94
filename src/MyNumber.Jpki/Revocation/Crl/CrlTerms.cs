using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What a list is read under.</summary>
/// <param name="Anchors">The generations that may have signed it.</param>
/// <param name="LatestThisUpdate">How late its thisUpdate may lie.</param>
/// <param name="MostSideEntries">How many of its entries may not fit the main index.</param>
internal sealed record CrlTerms(TrustAnchorSet Anchors, DateTimeOffset LatestThisUpdate, int MostSideEntries);
