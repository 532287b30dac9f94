namespace MyNumber.Numbering.Permutations;

/// <summary>The ways to compute the eleven-digit permutation, best first.</summary>
internal enum ElevenDigitPath
{
    /// <summary>AES-NI lanes.</summary>
    X86Lanes,

    /// <summary>Armv8 cryptography lanes.</summary>
    ArmLanes,

    /// <summary>The platform's AES, in step.</summary>
    LockStep,
}
