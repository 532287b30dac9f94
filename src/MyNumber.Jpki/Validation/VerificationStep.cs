namespace MyNumber.Jpki.Validation;

/// <summary>The steps of a verification (検証の段階) in the order in which they decide.</summary>
public enum VerificationStep
{
    /// <summary>No step: there is nothing to tell.</summary>
    None = 0,

    /// <summary>The challenge was taken from the store (チャレンジの確認).</summary>
    Challenge,

    /// <summary>The bytes were read (読み取り).</summary>
    Read,

    /// <summary>The certificate was held against the profile (プロファイル).</summary>
    Profile,

    /// <summary>The path to a pinned authority was found (認証の経路).</summary>
    Path,

    /// <summary>The instant was held against the periods (有効期間).</summary>
    Period,

    /// <summary>The issuer's signature was checked (発行者の署名).</summary>
    IssuerSignature,

    /// <summary>The signature over the content was checked (文書の署名).</summary>
    Signature,

    /// <summary>The timestamp, or another proof of existence, was checked (タイムスタンプ・存在の証明).</summary>
    Timestamp,

    /// <summary>Status was asked or taken from the archive (有効性確認).</summary>
    Status,
}
