namespace MyNumber.Jpki.Services;

/// <summary>Why a status is asked. Platform operators record it and report it to the authority (single source), so it is recorded with every check.</summary>
public enum StatusCheckPurpose
{
    /// <summary>Re-check of a stored certificate (現況確認).</summary>
    LivenessCheck,

    /// <summary>Verification of a signature (署名検証).</summary>
    SignatureVerification,
}
