namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Names of the health checks, stable.</summary>
public static class JpkiHealthChecks
{
    /// <summary>The tag of all three.</summary>
    public const string Tag = "mynumber-jpki";

    /// <summary>The responder gives answers that hold under the anchors.</summary>
    public const string Responder = "mynumber-jpki-responder";

    /// <summary>The lists of revoked certificates (失効リスト) are there and fresh.</summary>
    public const string Lists = "mynumber-jpki-lists";

    /// <summary>An anchor (認証局の自己署名証明書) of each purpose is in its period, and for a while yet.</summary>
    public const string Anchors = "mynumber-jpki-anchors";
}
