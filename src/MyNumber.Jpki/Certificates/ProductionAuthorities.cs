namespace MyNumber.Jpki.Certificates;

/// <summary>The six published authority certificates of the real service as data (公的個人認証サービスの認証局証明書): how to know them, not the certificates.</summary>
/// <remarks>
/// <para>Source: research notes; the bytes were read from two public repositories that agree, two fingerprints equal the published ones, all serials and periods equal a third table (confirmed).
/// No SHA-1 fingerprint was at hand, so there is none. Compare with what the issuing body publishes before you rely on it. Public data; no person is behind these serials.</para>
/// <para>All generations of one authority have one name; its DER begins with C=JP, O=JPKI.</para>
/// </remarks>
public static class ProductionAuthorities
{
    private static readonly byte[] SignatureName = Convert.FromHexString("8FBDD31F3D6C6E75BA3F77224F168EC02E11525DAD627F11FFD91DAB0EF47213");
    private static readonly byte[] UserAuthenticationName = Convert.FromHexString("1A361B4E81F8FF126F6B60460AE4D3D9CD5EC5C38104D1CD2F0E9DB3ABC40E32");

    /// <summary>The signature authority's three generations, oldest first.</summary>
    public static IReadOnlyList<AuthorityRecord> Signature { get; } =
    [
        Record(CertificatePurpose.Signature, 1, "01", new(2015, 10, 20, 2, 40, 28, TimeSpan.Zero), 2025, 10, 19,
            "0D034CBB34D0714F45E45A1CAFD8FD143FAB54A7", "19645405A1FE14377434BD55957628AC4038557C542403A2243F21C706FC9355"),
        Record(CertificatePurpose.Signature, 2, "0132C4AB", new(2019, 9, 14, 23, 41, 56, TimeSpan.Zero), 2029, 9, 14,
            "4DE017DE4B7F473DCD867A62D38B134ACE83558A", "79679C33E4CC9319440F1AD120A597FF1844E2EF217063ADB176966FD5E6FBEB"),
        Record(CertificatePurpose.Signature, 3, "067C6A21", new(2023, 7, 16, 0, 50, 27, TimeSpan.Zero), 2033, 7, 15,
            "D21EA55895617E93ADBF966B941AB4EDF653F08F", "D227F6CDE11D35C5252178F106F843D24651944975413B539FA2FB68DBFA365F"),
    ];

    /// <summary>The user-authentication authority's three generations, oldest first.</summary>
    public static IReadOnlyList<AuthorityRecord> UserAuthentication { get; } =
    [
        Record(CertificatePurpose.UserAuthentication, 1, "01", new(2015, 10, 20, 3, 8, 13, TimeSpan.Zero), 2025, 10, 19,
            "9567951B5CA70D84A0FFF1D85A87F1AAB1340385", "4DCFC4CA0AAF9FB2A3081B3F0C991C320B3ACC008667A341EEAEC5AF1D58CA7D"),
        Record(CertificatePurpose.UserAuthentication, 2, "0133C349", new(2019, 9, 14, 23, 41, 59, TimeSpan.Zero), 2029, 9, 14,
            "8CD5586A891485E559379B7E29D410CFD28B3593", "0D98DE47FC11B7F67126874B7028B6026A803D2638D6EDFE53176953961FADE6"),
        Record(CertificatePurpose.UserAuthentication, 3, "06D18006", new(2023, 7, 16, 1, 1, 4, TimeSpan.Zero), 2033, 7, 15,
            "1AC100F596A3BC8C4B3DF195E32699249E9E308A", "64114F29620C24ED2631D46476A040E7EE740D956089C00B036A6A8118C322B5"),
    ];

    /// <summary>Both authorities' generations.</summary>
    public static IReadOnlyList<AuthorityRecord> All { get; } = [.. Signature, .. UserAuthentication];

    /// <summary>SHA-256 of an authority's Name in DER, by which its certificates are known for its own, whichever generation.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <returns>32 bytes.</returns>
    public static ReadOnlyMemory<byte> NameSha256(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? SignatureName : UserAuthenticationName;

    private static AuthorityRecord Record(
        CertificatePurpose purpose, int generation, string serial, DateTimeOffset notBefore, int year, int month, int day, string keyIdentifier, string sha256) => new()
        {
            Purpose = purpose,
            Generation = generation,
            SerialNumber = Convert.FromHexString(serial),
            NotBefore = notBefore,
            NotAfter = new DateTimeOffset(year, month, day, 14, 59, 59, TimeSpan.Zero),
            KeyIdentifier = Convert.FromHexString(keyIdentifier),
            Sha256 = Convert.FromHexString(sha256),
            NameSha256 = NameSha256(purpose),
        };
}
