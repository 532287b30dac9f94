namespace MyNumber.Jpki.Rsa;

/// <summary>Which instructions the managed arithmetic uses; all give the same answers.</summary>
internal enum RsaRoad
{
    /// <summary>64-bit words; runs everywhere.</summary>
    Scalar = 0,

    /// <summary>Four 27-bit limbs a vector; needs AVX2.</summary>
    Vector = 1,
}
